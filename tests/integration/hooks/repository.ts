import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Run } from '../../support/execute.ts'
import { makeFolder } from '../../support/folder.ts'
import { Place } from '../installed.ts'

const author = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org']

/** A git repository with one commit, in which people change files, stage and commit them. */
export class Repository extends Place {
  /** @param installed where its dependencies are installed, when it has any */
  static async make(files: Record<string, string>, installed?: Place): Promise<Repository> {
    const repository = new Repository(makeFolder({ '.gitignore': 'node_modules\n', ...files }))
    afterAll(() => rmSync(repository.folder, { recursive: true, force: true }))
    if (installed) symlinkSync(join(installed.folder, 'node_modules'), join(repository.folder, 'node_modules'))
    await repository.git('init', '--quiet')
    await repository.git('add', '.')
    await repository.commit()
    return repository
  }

  /** What a command of git writes. */
  async git(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run('git', ...args)
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout
  }

  /** Stages a file with this text. */
  async stage(path: string, text: string): Promise<void> {
    this.write(path, text)
    await this.git('add', path)
  }

  commit(): Promise<Run> {
    return this.run('git', ...author, 'commit', '--quiet', '--message', 'A change')
  }

  committed(path: string): Promise<string> {
    return this.git('show', `HEAD:${path}`)
  }

  /** How many commits there are. */
  async commits(): Promise<number> {
    return Number(await this.git('rev-list', '--count', 'HEAD'))
  }

  /** Forgets what was staged and changed. */
  async reset(): Promise<void> {
    await this.git('reset', '--quiet', '--hard')
  }
}
