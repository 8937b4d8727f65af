import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Kind, RELEASE_WORDS } from './kinds.ts'

/** A file as it leaked, and as it was mended; null where no later version is known to mend it. */
export interface Versions {
  before: string
  after: string | null
  /** Where that leaking file is. */
  at: { commit: string; file: string }
  /** Is the row's own commit what mends it, and not a later one that adds words of a release? */
  isFix: boolean
}

/** What the rules read of a project. */
export const SOURCES = /(?:\.(?:[cm]?[jt]sx?|vue|svelte|html)|(?:^|\/)package\.json)$/

/** A clone, read by git. */
export class Repository {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static open(clones: string, name: string): Repository | null {
    const folder = join(clones, name.replace('/', '+'), 'repo')
    const inside = join(folder, '.git')
    return existsSync(inside) ? new Repository(inside) : existsSync(folder) ? new Repository(folder) : null
  }

  /**
   * The file before and after its leak was fixed. A commit that touches the file is the fix; otherwise it is a version that
   * leaks, and the fix is the first one after it which adds what releases such a thing. null when it is not there.
   */
  versions(commit: string, path: string, kind: Kind): Versions | null {
    const at = this.#git('rev-parse', '-q', '--verify', `${commit}^{commit}`)?.trim()
    const file = at && this.#find(at, path)
    if (!at || !file) return null
    const touched = this.#git('show', '--format=', '--name-only', at)?.split('\n').includes(file) ?? false
    const first = touched ? this.#git('show', `${at}^:${file}`) : null
    if (first !== null) return { before: first, after: this.#git('show', `${at}:${file}`), at: { commit: `${at}^`, file }, isFix: true }
    const before = this.#git('show', `${at}:${file}`)
    if (before === null) return null
    const words = RELEASE_WORDS[kind]
    for (const later of this.#git('log', '--reverse', '--format=%H', `${at}..HEAD`, '--', file)?.split('\n').filter(Boolean) ?? []) {
      const diff = this.#git('show', '--format=', '-U0', later, '--', file) ?? ''
      if (diff.split('\n').some((line) => line.startsWith('+') && words.test(line))) return { before, after: this.#git('show', `${later}:${file}`), at: { commit: at, file }, isFix: false }
    }
    return { before, after: null, at: { commit: at, file }, isFix: false }
  }

  /** Writes the files of that commit whose paths match into the folder; those that the clone lacks are left out. */
  checkOut(commit: string, wanted: RegExp, folder: string): void {
    mkdirSync(join(folder, '.git'), { recursive: true }) // by which a program without a package.json is known
    const blobs = [...(this.#git('ls-tree', '-r', '-z', commit) ?? '').matchAll(/100\d+ blob (\w+)\t([^\0]+)\0/g)].filter(([, , path = '']) => wanted.test(path))
    const input = blobs.map(([, id]) => `${id}\n`).join('')
    const output = execFileSync('git', ['--git-dir', this.#folder, 'cat-file', '--batch'], { input, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'ignore'] })
    let at = 0
    for (const [, , path = ''] of blobs) {
      const end = output.indexOf('\n', at)
      const [, type, size] = output.toString('utf8', at, end).split(' ')
      at = end + 1
      if (type !== 'blob') continue
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, output.subarray(at, at + Number(size)))
      at += Number(size) + 1
    }
  }

  /** The one file of the tree that ends as the path does, with folders in front that the path lacks or has too many. */
  #find(commit: string, path: string): string | null {
    if (this.#git('cat-file', '-e', `${commit}:${path}`) !== null) return path // most are as the row says, and trees are long
    const files = this.#git('ls-tree', '-r', '--name-only', commit)?.split('\n') ?? []
    const parts = path.split('/').filter(Boolean)
    for (let skipped = 0; skipped < parts.length; skipped++) {
      const end = parts.slice(skipped).join('/')
      const found = files.filter((file) => file === end || file.endsWith(`/${end}`))
      if (found.length === 1) return found[0] as string
    }
    return null
  }

  #git(...args: string[]): string | null {
    try {
      return execFileSync('git', ['--git-dir', this.#folder, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })
    } catch {
      return null
    }
  }
}
