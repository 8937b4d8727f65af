import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { type FunctionNode, namedAt, type Node, outermost } from '../analysis/bindings.ts'
import type { Holder, UnreadBody } from '../analysis/bodies.ts'
import type { SourceCode } from '../analysis/fact.ts'
import { holderOf } from '../analysis/functions.ts'
import { type Edit, fixOf, insertAt, replace } from './edits.ts'
import { endedBefore, indentationOf, indentationStep, layOut, type Line, terminator } from './layout.ts'
import { freeName } from './names.ts'

interface Discard {
  /** What is written to discard the body. */
  text: string
  edit: TSESLint.ReportFixFunction
}

/** Reads or drops what nobody reads, as soon as it is there; no edit where there is no place for it. */
export function discarding(unread: UnreadBody, sourceCode: SourceCode): { text: string; edit: Discard['edit'] | null } {
  return placed(unread, sourceCode) ?? { text: discardOf('response', unread), edit: null }
}

function placed(unread: UnreadBody, sourceCode: SourceCode): Discard | null {
  const { holder } = unread
  switch (holder.by) {
    case 'variable':
      return after(holder.statement, discardOf(holder.variable.name, unread), sourceCode)
    case 'pattern': {
      const name = freeName('body', sourceCode)
      const text = bodyDiscard(name, unread)
      const added = after(holder.statement, text, sourceCode)
      return added && { text, edit: (fixer) => [...(added.edit(fixer) as TSESLint.RuleFix[]), ...withBody(holder.pattern, name, sourceCode).map((edit) => fixer.insertTextBeforeRange([...edit.range], edit.text))] }
    }
    case 'nothing':
      return ofNothing(holder, unread, sourceCode)
    case 'expression':
      return ofExpression(holder.value, unread, sourceCode)
    case 'parameter':
      return inFunction(holder.fn, unread, sourceCode)
    case 'way':
      return onWay(holder, unread, sourceCode)
  }
}

/** The statement, without its end, that discards the body of `name`. */
function discardOf(name: string, { body }: UnreadBody): string {
  switch (body) {
    case 'web':
      return `await ${name}.body?.cancel()`
    case 'node-fetch':
      return `${name}.body?.resume()`
    case 'undici':
      return `await ${name}.body.dump()`
    case 'node':
      return `${name}.resume()`
    case 'file':
      return `${name}.destroy()`
  }
}

function bodyDiscard(name: string, { body }: UnreadBody): string {
  return body === 'web' ? `await ${name}?.cancel()` : body === 'undici' ? `await ${name}.dump()` : `${name}?.resume()`
}

/** A statement of its own behind `statement`. */
function after(statement: Node, text: string, sourceCode: SourceCode): Discard | null {
  if (statement.parent?.type === 'ExportNamedDeclaration') return after(statement.parent, text, sourceCode)
  if (!isListed(statement)) {
    if (statement.type === 'VariableDeclaration') return null
    return { text, edit: fixOf([replace(statement, layOut([[0, sourceCode.getText(statement)], [0, text + terminator(sourceCode)]], statement, sourceCode))]) }
  }
  const end = sourceCode.getLastToken(statement) as TSESTree.Token
  const last = sourceCode.getTokenBefore(end) as TSESTree.Token
  const isEndedBelow = end.value === ';' && end.loc.start.line > last.loc.end.line // the semicolon that starts the next line
  const next = isEndedBelow ? end : sourceCode.getTokenAfter(statement)
  const line = next && next !== end ? endedBefore(text, next as unknown as Node, sourceCode) : text + terminator(sourceCode)
  return { text, edit: fixOf([insertAt((isEndedBelow ? last : end).range[1], `\n${indentationOf(statement, sourceCode)}${line}`)]) }
}

function isListed({ parent }: Node): boolean {
  return parent !== undefined && ['BlockStatement', 'Program', 'StaticBlock', 'SwitchCase', 'TSModuleBlock'].includes(parent.type)
}

/** `{ ok }` → `{ ok, body }` */
function withBody(pattern: TSESTree.ObjectPattern, name: string, sourceCode: SourceCode): Edit[] {
  const added = name === 'body' ? name : `body: ${name}`
  const last = pattern.properties.at(-1)
  if (last) return [insertAt(last.range[1], `, ${added}`)]
  return [insertAt((sourceCode.getFirstToken(pattern) as TSESTree.Token).range[1], ` ${added} `)]
}

function ofNothing({ value, isAwaited }: Extract<Holder, { by: 'nothing' }>, unread: UnreadBody, sourceCode: SourceCode): Discard | null {
  const { call, body } = unread
  if (body === 'file') {
    const text = '.destroy()'
    return { text: `${sourceCode.getText(call.callee)}(…)${text}`, edit: fixOf([insertAt(value.range[1], text)]) }
  }
  const name = freeName('response', sourceCode)
  const statement = outermost(value).parent as Node
  if (isAwaited && outermost(call).parent?.type === 'AwaitExpression' && isListed(statement)) {
    const added = after(statement, discardOf(name, unread), sourceCode)
    return added && { text: added.text, edit: (fixer) => [fixer.insertTextBefore(value, `const ${name} = `), ...(added.edit(fixer) as TSESLint.RuleFix[])] }
  }
  const text = `.then((${name}) => ${discardOf(name, unread).replace('await ', '')})`
  return { text, edit: fixOf([insertAt(call.range[1], text)]) }
}

/** `return (await fetch(url)).ok` → the response in a constant above, where nothing of the statement runs before it. */
function ofExpression(value: Node, unread: UnreadBody, sourceCode: SourceCode): Discard | null {
  const statement = statementStartingWith(value)
  if (!statement || sourceCode.getCommentsInside(value).length > 0) return null
  const name = freeName('response', sourceCode)
  const text = discardOf(name, unread)
  const request = sourceCode.getText(value)
  const end = terminator(sourceCode)
  const indent = indentationOf(statement, sourceCode)
  const [open, close] = [sourceCode.getTokenBefore(value), sourceCode.getTokenAfter(value)]
  const range: [number, number] = open?.value === '(' && close?.value === ')' ? [open.range[0], close.range[1]] : [...value.range]
  const lines = [`const ${name} = ${request}${end}`, endedBefore(text, statement, sourceCode)].map((line) => `${line}\n${indent}`).join('')
  return { text, edit: fixOf([insertAt(statement.range[0], lines), { range, text: name }]) }
}

/** The listed statement of which `value` is evaluated first, and once. */
function statementStartingWith(value: Node): Node | null {
  for (let at = value; at.parent; at = at.parent) {
    const { parent } = at
    switch (parent.type) {
      case 'MemberExpression':
      case 'UnaryExpression':
      case 'ChainExpression':
      case 'TSNonNullExpression':
      case 'TSAsExpression':
      case 'AwaitExpression':
        continue
      case 'CallExpression':
        if (parent.callee !== at) return null
        continue
      case 'BinaryExpression':
      case 'LogicalExpression':
        if (parent.left !== at) return null
        continue
      case 'ConditionalExpression':
        if (parent.test !== at) return null
        continue
      case 'VariableDeclarator':
        if (parent.parent.declarations[0] !== parent || !isListed(parent.parent)) return null
        return parent.parent
      case 'AssignmentExpression':
        if (parent.left.type !== 'Identifier') return null
        continue
      case 'IfStatement':
        return parent.test === at && isListed(parent) ? parent : null
      case 'ReturnStatement':
      case 'ExpressionStatement':
      case 'ThrowStatement':
        return isListed(parent) ? parent : null
      default:
        return null
    }
  }
  return null
}

/** At the start of the function that gets the response. */
function inFunction(fn: FunctionNode, unread: UnreadBody, sourceCode: SourceCode): Discard | null {
  const [parameter] = fn.params
  const name = parameter?.type === 'Identifier' ? parameter.name : freeName('response', sourceCode)
  const pattern = parameter?.type === 'ObjectPattern' ? parameter : null
  const text = discardOf(name, unread)
  const isAsync = /^await /.test(text)
  if (fn.generator || isUsedElsewhere(fn, sourceCode)) return null
  const end = terminator(sourceCode)
  const lines = [...(pattern ? [`const ${sourceCode.getText(pattern).replace(/:\s*\w+$/, '')} = ${name}`] : []), text]
  const edits: Edit[] = []
  if (isAsync && !fn.async) edits.push(insertAt(fn.range[0], 'async '))
  const open = sourceCode.getFirstToken(fn, { filter: ({ value }) => value === '(' })
  if (pattern) edits.push(replace(pattern, open && open.range[0] < pattern.range[0] ? name : `(${name})`))
  else if (!parameter && open) edits.push(insertAt(open.range[1], name))
  if (fn.body.type !== 'BlockStatement') {
    const outer = indentationOf(fn, sourceCode)
    const inner = `\n${outer}${indentationStep(sourceCode)}`
    const arrow = sourceCode.getTokenBefore(fn.body, ({ value }) => value === '=>') as TSESTree.Token
    const first = sourceCode.getTokenAfter(arrow) as TSESTree.Token
    const value = sourceCode.text.slice(first.range[0], fn.range[1])
    const own = unread.body === 'node' ? value : `return ${value}`
    edits.push({ range: [first.range[0], fn.range[1]], text: `{${[...lines, own].map((line) => inner + line + end).join('')}\n${outer}}` })
  } else edits.push(atStart(fn.body, lines, sourceCode))
  return { text, edit: fixOf(edits) }
}

/** Is the function known by a name that is used more than once? */
function isUsedElsewhere(fn: FunctionNode, sourceCode: SourceCode): boolean {
  const holder = holderOf(fn, sourceCode)
  return holder !== null && namedAt(holder).length > 1
}

function atStart(block: TSESTree.BlockStatement, lines: readonly string[], sourceCode: SourceCode): Edit {
  const [first] = block.body
  const isInline = block.loc.start.line === block.loc.end.line
  const open = block.range[0] + 1
  if (!first) return insertAt(open, ` ${lines.join('; ')} `)
  if (isInline || first.loc.start.line === block.loc.start.line) return insertAt(open, ` ${lines.join('; ')};`)
  const indent = indentationOf(first, sourceCode)
  return insertAt(open, lines.map((line, index) => `\n${indent}${index < lines.length - 1 ? line + terminator(sourceCode) : endedBefore(line, first, sourceCode)}`).join(''))
}

function onWay({ decision, branch, name }: Extract<Holder, { by: 'way' }>, unread: UnreadBody, sourceCode: SourceCode): Discard {
  const text = discardOf(name, unread)
  if (!branch) {
    const word = decision.consequent.type === 'BlockStatement' ? ' else ' : `\n${indentationOf(decision, sourceCode)}else `
    return { text, edit: fixOf([insertAt(decision.range[1], word + text + terminator(sourceCode))]) }
  }
  if (branch.type === 'BlockStatement') return { text, edit: fixOf([atStart(branch, [text], sourceCode)]) }
  const lines: Line[] = [[0, text + terminator(sourceCode)], [0, sourceCode.getText(branch)]]
  return { text, edit: fixOf([replace(branch, layOut(lines, branch, sourceCode))]) }
}
