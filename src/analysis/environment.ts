import { isBuiltin } from 'node:module'
import { propertyName } from './bindings.ts'
import { fact } from './fact.ts'

/** Globals that only pages and their workers have. */
const OF_PAGES: ReadonlySet<string> = new Set(['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'self', 'importScripts', 'HTMLElement', 'XMLHttpRequest'])

/**
 * Does the source show that Node runs it: it imports one of Node's modules, or uses `__dirname` or a part of `process`
 * that bundlers do not replace, and nothing of a page? No evidence means no.
 */
export const runsOnNode = fact(({ ast, scopeManager }): boolean => {
  const through = scopeManager?.globalScope?.through ?? []
  if (through.some(({ identifier }) => OF_PAGES.has(identifier.name as string))) return false
  const imported = ast.body.some((statement) => statement.type === 'ImportDeclaration' && statement.importKind !== 'type' && isBuiltin(statement.source.value))
  return imported || through.some(({ identifier }) => {
    const { parent } = identifier
    switch (identifier.name) {
      case '__dirname':
      case '__filename':
        return true
      case 'require': {
        const argument = parent.type === 'CallExpression' ? parent.arguments[0] : null
        return argument?.type === 'Literal' && isBuiltin(String(argument.value))
      }
      case 'process':
        return parent.type === 'MemberExpression' && parent.object === identifier && propertyName(parent) !== 'env'
      default:
        return false
    }
  })
})
