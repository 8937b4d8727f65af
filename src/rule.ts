import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Call } from './analysis/calls.ts'
import type { SourceCode } from './analysis/fact.ts'
import { hasHiddenCode } from './analysis/hidden-code.ts'
import { callsNamed } from './analysis/occurrences.ts'
import { isMinified, isOfTrial } from './analysis/trials.ts'
import { declaresAlone } from './fixes/names.ts'
import { readSettings } from './settings.ts'

/** What a pattern wastes: memory that stays, memory that is allocated and dies, or stack. */
export type Cost = 'retention' | 'allocation' | 'stack'

/** The families of the catalogue; the README table and the page headers group by them. */
export type Family = 'copies' | 'strings' | 'iteration' | 'stack' | 'leaks' | 'shapes' | 'recycling'

/** What only the author of a rule can say. Its name, its url and its presets' lists are derived. */
export interface RuleDocs {
  description: string
  /** The smallest preset that has the rule; without it the rule is in `all` only. */
  preset?: 'recommended' | 'strict'
  /** Options that the presets beyond `recommended` set, for a rule that is to find more there. */
  strictOptions?: readonly unknown[]
  /** Options of `all`, where most of what they find is too small for anybody to act on. */
  allOptions?: readonly unknown[]
  cost: Cost
  family: Family
}

export type RuleContext = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>
export type ReportDescriptor = TSESLint.ReportDescriptor<string>

export interface RuleDefinition {
  meta: {
    docs: RuleDocs
    messages: Record<string, string>
    schema?: readonly JSONSchema4[]
    defaultOptions?: readonly unknown[]
  }
  create(context: RuleContext): TSESLint.RuleListener
}

export interface MemoryRule {
  meta: TSESLint.RuleMetaData<string, RuleDocs> & { docs: RuleDocs & { url?: string }; languages: string[] }
  create(context: RuleContext): TSESLint.RuleListener
}

/**
 * A rule in ESLint's own shape, with what all rules share filled in.
 *
 * Every rule repairs, so every rule is fixable and has suggestions. With `settings.memory.unsafeFixes`, a report without
 * a fix gets its first suggestion as its fix. Where a direct `eval` or `with` may do what is not seen, no report has a fix.
 *
 * @throws {SettingsError} from `create`, when `settings.memory` is not valid.
 */
export function defineRule({ meta, create }: RuleDefinition): MemoryRule {
  return {
    meta: {
      type: meta.docs.cost === 'retention' ? 'problem' : 'suggestion',
      fixable: 'code',
      hasSuggestions: true,
      schema: [],
      defaultOptions: [],
      ...meta,
      languages: ['js/js'],
    } as MemoryRule['meta'],
    create(context) {
      return isBeneath(meta.docs, context) ? {} : withinStack(create(repairing(context)))
    },
  }
}

/** The option `check` of a rule that reports more when asked for `all`: its schema and, by `plain`, what it is otherwise. */
export function checkOption(plain: string, description: string): Required<Pick<RuleDefinition['meta'], 'schema' | 'defaultOptions'>> {
  const check: JSONSchema4 = { type: 'string', enum: [plain, 'all'], description }
  return { schema: [{ type: 'object', properties: { check }, additionalProperties: false }], defaultOptions: [{ check: plain }] }
}

export function checksAll({ options: [given] }: RuleContext): boolean {
  return (given as { check?: string } | undefined)?.check === 'all'
}

/**
 * Leaks of what only tries the program out end with it, and nobody mends minified code: `recommended` leaves both, and so do rules that find more by an option where
 * that is not given.
 */
function isBeneath({ family, preset, strictOptions = [] }: RuleDocs, context: RuleContext): boolean {
  if (family !== 'leaks' || (preset !== 'recommended' && strictOptions.length === 0)) return false
  const [more, given] = [strictOptions[0], context.options[0]].map((options) => Object.entries((options ?? {}) as Record<string, unknown>))
  const asksForMore = more?.some(([name, value]) => given?.some(([other, set]) => other === name && set === value))
  return !asksForMore && (isOfTrial(context.sourceCode, context.filename, context.cwd) || isMinified(context.sourceCode))
}

/** The context in which reports have the fixes that the settings and the file let them have. */
function repairing(context: RuleContext): RuleContext {
  if (readSettings(context.settings).unsafeFixes) return withFixes(context, (descriptor) => firstRepair(descriptor, context))
  return hasHiddenCode(context.sourceCode) ? withFixes(context, () => null) : context
}

/**
 * A listener that is asked about the calls alone whose callee ends in one of the names, in the order of the text: ESLint
 * would ask each rule about every call.
 */
export function onCalls(names: Iterable<string>, sourceCode: SourceCode, visit: (call: TSESTree.CallExpression) => void): TSESLint.RuleListener {
  return onCallsAndConstructions(names, sourceCode, (call) => {
    if (call.type === 'CallExpression') visit(call)
  })
}

/** The same of `new` expressions, too. */
export function onCallsAndConstructions(names: Iterable<string>, sourceCode: SourceCode, visit: (call: Call) => void): TSESLint.RuleListener {
  return {
    Program() {
      const calls = callsNamed(names, sourceCode).sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
      const ask = guarded(visit)
      for (const call of calls) ask(call)
    },
  }
}

/**
 * The same listener, which is silent where code is nested or chained thousands of times, as generated code may be, so that a
 * question about it takes more than the stack. An error would end the run of ESLint on all other files, too.
 */
function withinStack(listener: TSESLint.RuleListener): TSESLint.RuleListener {
  const visits = Object.entries(listener as Record<string, (node: unknown) => void>)
  return Object.fromEntries(visits.map(([selector, visit]) => [selector, guarded(visit)])) as TSESLint.RuleListener
}

function guarded<N>(visit: (node: N) => void): (node: N) => void {
  return (node) => {
    try {
      visit(node)
    } catch (error) {
      if (!(error instanceof RangeError && error.message.includes('call stack'))) throw error
    }
  }
}

/** The fix or the first suggestion, where it can be applied together with the repairs of the reports before. */
function firstRepair({ fix, suggest }: ReportDescriptor, { sourceCode }: RuleContext): ReportDescriptor['fix'] {
  const repair = fix ?? suggest?.[0]?.fix
  return (fixer) => {
    const edits = repair?.(fixer)
    if (!edits) return null
    const all = Symbol.iterator in edits ? [...edits] : [edits]
    return declaresAlone(all, sourceCode) ? all : null
  }
}

/** The same context, in which every report has the fix that `fixOf` gives it. */
function withFixes(context: RuleContext, fixOf: (descriptor: ReportDescriptor) => ReportDescriptor['fix']): RuleContext {
  return Object.create(context, {
    report: {
      value(descriptor: ReportDescriptor) {
        context.report({ ...descriptor, fix: fixOf(descriptor) })
      },
    },
  }) as RuleContext
}
