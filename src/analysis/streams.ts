import { PROMISIFIED, SAME_MODULES } from '../knowledge/streams.ts'
import { isGlobal, type Node, propertyName, resolve, unwrap } from './bindings.ts'
import { isCallTo, qualifiedName } from './calls.ts'
import type { SourceCode } from './fact.ts'

/**
 * The qualified name of what is called, as `qualifiedName` finds it and beyond: `promisify(fs.readFile)` and `fs-extra` are
 * the functions of node:fs they stand for, `(secure ? https : http).get` is `http.get` or `https.get`, and a
 * module that is required is one also where it is not given a name. `fs.promises.…` is the name of what `fs/promises` exports. null when unknown.
 */
export function platformName(callee: Node, sourceCode: SourceCode, depth = 5): string | null {
  const inner = unwrap(callee)
  if (depth === 0) return null
  const name = (node: Node) => platformName(node, sourceCode, depth - 1)
  switch (inner.type) {
    case 'MemberExpression': {
      const known = qualifiedName(inner, sourceCode)
      if (known !== null) return sameName(known)
      const property = propertyName(inner)
      const object = property === null ? null : name(inner.object)
      return object === null ? null : sameName(`${object}.${property}`)
    }
    case 'ConditionalExpression':
      return name(inner.consequent) ?? name(inner.alternate)
    case 'CallExpression': {
      const [first] = inner.arguments
      if (first?.type === 'Literal' && isGlobal(inner.callee, 'require', sourceCode)) return sameName(String(first.value).replace(/^node:/, ''))
      const given = first && isCallTo(inner, 'util.promisify', sourceCode) ? name(first) : null
      return given === null ? null : PROMISIFIED[given] ?? null
    }
    case 'Identifier': {
      const known = qualifiedName(inner, sourceCode)
      if (known !== null) return sameName(known)
      const value = resolve(inner, sourceCode)
      return value === inner ? null : name(value)
    }
    default:
      return null
  }
}

function sameName(name: string): string {
  for (const [module, own] of Object.entries(SAME_MODULES)) {
    if (name === module || name.startsWith(`${module}.`)) return own + name.slice(module.length)
  }
  return name
}
