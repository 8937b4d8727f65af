import { beforeAll, describe, expect, test } from 'vitest'
import { makePlace } from '../place.ts'
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
