import type { TSESTree } from '@typescript-eslint/utils'
import type { Production } from '../analysis/production.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { type Edit, losesComment, removal } from './walks.ts'

/** The function as a generator that yields what it pushed; null where a comment or a type would be lost. */
export function yieldInstead({ fn, declaration, pushes, returns }: Production, sourceCode: SourceCode): Edit | null {
  const keyword = sourceCode.getFirstToken(fn)
  const type = fn.returnType && elementType(fn.returnType.typeAnnotation, sourceCode)
  const method = fn.parent.type === 'MethodDefinition' ? fn.parent.key : null
  if (!keyword || (keyword.value !== 'function' && !method) || (fn.returnType && !type)) return null
  const edited = [declaration, ...returns, ...pushes]
  if (edited.some((node) => losesComment(node.range, pushes.flatMap((push) => push.arguments), sourceCode))) return null
  return (fixer) => [
    method ? fixer.insertTextBefore(method, '*') : fixer.insertTextAfter(keyword, '*'),
    ...(fn.returnType && type ? [fixer.replaceText(fn.returnType.typeAnnotation, `Generator<${type}>`)] : []),
    removal(declaration, sourceCode, fixer),
    ...pushes.map((push) => fixer.replaceText(push, yieldOf(push.arguments[0] as TSESTree.CallExpressionArgument, sourceCode))),
    ...returns.map((one) => (one === fn.body.body.at(-1) ? removal(one, sourceCode, fixer) : fixer.replaceTextRange([one.range[0], one.argument?.range[1] ?? one.range[1]], 'return'))),
  ]
}

function yieldOf(argument: TSESTree.CallExpressionArgument, sourceCode: SourceCode): string {
  if (argument.type === 'SpreadElement') return `yield* ${sourceCode.getText(argument.argument)}`
  const text = sourceCode.getText(argument)
  return argument.type === 'SequenceExpression' ? `yield (${text})` : `yield ${text}`
}

/** The `T` of `T[]` and `Array<T>`. */
function elementType(type: TSESTree.TypeNode, sourceCode: SourceCode): string | null {
  if (type.type === 'TSArrayType') return sourceCode.getText(type.elementType)
  const [element, more] = type.type === 'TSTypeReference' && sourceCode.getText(type.typeName) === 'Array' ? (type.typeArguments?.params ?? []) : []
  return element && !more ? sourceCode.getText(element) : null
}
