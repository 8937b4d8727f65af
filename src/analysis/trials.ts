import { relative } from 'node:path'

/** Folders and files that try something out, or that a developer runs once. */
const TRIALS =
  /(?:^|\/)(?:__(?:tests|mocks|fixtures)__|(?:[\w-]+-)?tests?|specs?|e2e|fixtures?|mocks?|testing|testdata|examples?|samples?|demos?|playgrounds?|sandbox|bench(?:marks?)?|stories|tutorials?|scripts)\/|[.-](?:test|spec|e2e|stories|bench|mock|fixture|example|demo)\.[cm]?[jt]sx?$/i

/** Does the file, by its place in its project, try the program out: a test, an example, a benchmark, a script? Nobody leaves such running. */
export function isOfTrial(place: string): boolean {
  return TRIALS.test(place)
}

/** The file's path in its project, with slashes. */
export function placeOf(filename: string, cwd: string): string {
  return relative(cwd, filename).replaceAll('\\', '/')
}
