import { relative } from 'node:path'
import { isFunction, type Node, unwrap } from './bindings.ts'
import { fact, type SourceCode } from './fact.ts'
import { lastName } from './occurrences.ts'

/** Folders and files that try something out, or that a developer runs once. Scripts further down, as in `public/scripts/`, may be the program. */
const TRIALS =
  /(?:^|\/)(?:__(?:tests|mocks|fixtures)__|(?:[\w-]+-)?tests?|specs?|e2e|fixtures?|mocks?|testing|testdata|(?:[\w-]+[_-])?examples?|samples?|demos?|bench(?:marks?)?|stories|tutorials?|(?:i18n|build|dev|release|ci)-scripts)\/|^(?:(?:packages|apps)\/[^/]+\/)?(?:playgrounds?|sandbox|scripts)\/|[.-](?:test|spec|e2e|stories|bench|mock|fixture|example|demo)\.[cm]?[jt]sx?$|(?:^|\/)(?:webpack|rollup|vite|esbuild|babel|karma)[\w.-]*\bconfig\b[\w.-]*\.[cm]?[jt]s$/i

/**
 * Does the file try the program out, by its place in its project or by what it calls at its top: a test, an example, a
 * benchmark, a script? What it acquires is gone with the process that runs it, and nobody leaves such running.
 */
export const isOfTrial = fact((sourceCode, filename: string, cwd: string): boolean => isOfTrialPath(placeOf(filename, cwd)) || isTestFile(sourceCode))

/** The same by the path in the project alone. */
export function isOfTrialPath(path: string): boolean {
  return TRIALS.test(path)
}

/** Are its lines as long as those of minified code, which nobody mends? */
export function isMinified({ text, lines }: SourceCode): boolean {
  return text.length > 20_000 && text.length / lines.length > 200
}

/** The file's path in its project, with slashes. */
export function placeOf(filename: string, cwd: string): string {
  return relative(cwd, filename).replaceAll('\\', '/')
}

/** Does the file describe tests, by calls at its top such as `describe('…', () => …)`, or prepare them: `afterEach(() => …)`? */
function isTestFile({ ast }: SourceCode): boolean {
  return ast.body.some((statement) => statement.type === 'ExpressionStatement' && isSuite(statement.expression))
}

function isSuite(node: Node): boolean {
  if (node.type !== 'CallExpression') return false
  const callee = unwrap(node.callee)
  const name = callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : lastName(callee) // describe.only
  const [title, body] = [node.arguments[0], node.arguments.at(-1)]
  if (name === null || body === undefined || !isFunction(body)) return false
  return title === body ? HOOKS.has(name) : SUITES.has(name)
}

const SUITES: ReadonlySet<string> = new Set(['describe', 'context', 'suite', 'it', 'test', 'QUnit'])

const HOOKS: ReadonlySet<string> = new Set(['before', 'beforeAll', 'beforeEach', 'after', 'afterAll', 'afterEach', 'setup', 'teardown'])
