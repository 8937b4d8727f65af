import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../support/modules.ts'
import { makePlace, testWith } from '../place.ts'
import type { Place } from '../installed.ts'
import { clean, draft, leak, leakReported, repaired, wasteful } from './changes.ts'
import { Repository } from './repository.ts'

const configuration = `import { defineConfig } from 'eslint/config'
import memory from 'eslint-plugin-memory'
export default defineConfig([memory.configs.recommended])
`

let installed: Place
beforeAll(async () => {
  installed = await makePlace('hooks')
})

describe('with husky and lint-staged', () => {
  const files = {
    'package.json': '{ "type": "module", "lint-staged": { "*.{js,jsx,ts,tsx}": "eslint --fix" } }',
    'eslint.config.js': configuration,
  }
  checkCommits(async () => {
    const repository = await Repository.make(files, installed)
    await repository.bin('husky', [])
    repository.write('.husky/pre-commit', 'npx lint-staged\n')
    return repository
  })
})

describe('with lefthook', () => {
  const files = {
    'package.json': '{ "type": "module" }',
    'eslint.config.js': configuration,
    'lefthook.yml': `pre-commit:
  commands:
    eslint:
      glob: '*.{js,jsx,ts,tsx}'
      run: npx eslint --fix {staged_files}
      stage_fixed: true
`,
  }
  checkCommits(async () => {
    const repository = await Repository.make(files, installed)
    await repository.bin('lefthook', ['install'])
    return repository
  })
})

const testPreCommit = await testWith('pre-commit')

describe('with pre-commit', () => {
  let repository: Repository
  beforeAll(async () => {
    const hooks = await Repository.make({ '.pre-commit-hooks.yaml': readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8') })
    const revision = (await hooks.git('rev-parse', 'HEAD')).trim()
    const hook = `repos:\n- repo: ${hooks.folder}\n  rev: ${revision}\n  hooks:\n  - id: memory-lint\n`
    repository = await Repository.make({ 'package.json': '{ "type": "module" }', '.pre-commit-config.yaml': hook }, installed)
    await repository.run('pre-commit', 'install')
  })

  testPreCommit('a clean commit passes', async () => {
    await repository.stage('sum.js', clean)
    const { code, stdout, stderr } = await repository.commit()
    expect(code, stdout + stderr).toBe(0)
  })

  testPreCommit('a commit with a leak is refused, and says why', async () => {
    await repository.stage('ticker.js', leak)
    const { code, stdout, stderr } = await repository.commit()
    expect(code).toBe(1)
    expect(stdout + stderr).toMatch(leakReported)
    await repository.reset()
  })

  testPreCommit('a repair is left to be staged, and then passes', async () => {
    await repository.stage('titles.js', wasteful)
    const { code, stdout, stderr } = await repository.commit()
    expect({ code, said: stdout + stderr }).toEqual({ code: 1, said: expect.stringContaining('files were modified by this hook') })
    await repository.git('add', 'titles.js')
    expect(await repository.commit()).toMatchObject({ code: 0 })
    expect(await repository.committed('titles.js')).toBe(repaired)
  })

  testPreCommit('what is not staged survives', async () => {
    await repository.stage('partly.js', wasteful)
    repository.write('partly.js', wasteful + draft)
    // pre-commit takes back a repair that is too near to what is not staged.
    expect(await repository.commit()).toMatchObject({ code: 1 })
    expect(repository.read('partly.js')).toBe(wasteful + draft)
    expect(await repository.git('show', ':partly.js')).toBe(wasteful)
    await repository.reset()
  })
})

/** What every manager of hooks has to do with the commits of a repository. */
function checkCommits(make: () => Promise<Repository>): void {
  let repository: Repository
  beforeAll(async () => {
    repository = await make()
  })

  test('a clean commit passes', async () => {
    await repository.stage('sum.js', clean)
    const { code, stderr } = await repository.commit()
    expect(code, stderr).toBe(0)
    expect(await repository.committed('sum.js')).toBe(clean)
  })

  test('a commit with a leak is refused, and says why', async () => {
    const before = await repository.commits()
    await repository.stage('ticker.js', leak)
    const { code, stdout, stderr } = await repository.commit()
    expect(code).toBe(1)
    expect(stdout + stderr).toMatch(leakReported)
    expect(await repository.commits()).toBe(before)
    expect(await repository.git('show', ':ticker.js')).toBe(leak)
    await repository.reset()
  })

  test('a commit that can be repaired is repaired', async () => {
    await repository.stage('titles.js', wasteful)
    const { code, stderr } = await repository.commit()
    expect(code, stderr).toBe(0)
    expect(await repository.committed('titles.js')).toBe(repaired)
    expect(await repository.git('status', '--porcelain', 'titles.js')).toBe('')
  })

  test('what is not staged stays as it is, and out of the commit', async () => {
    await repository.stage('partly.js', wasteful)
    repository.write('partly.js', wasteful + draft)
    const { code, stderr } = await repository.commit()
    expect(code, stderr).toBe(0)
    expect(await repository.committed('partly.js')).toBe(repaired)
    expect(repository.read('partly.js')).toBe(repaired + draft)
    await repository.reset()
  })

  test('what is not staged survives a refusal', async () => {
    await repository.stage('ticker.js', leak)
    repository.write('ticker.js', leak + draft)
    expect(await repository.commit()).toMatchObject({ code: 1 })
    expect(repository.read('ticker.js')).toBe(leak + draft)
    expect(await repository.git('show', ':ticker.js')).toBe(leak)
    await repository.reset()
  })
}
