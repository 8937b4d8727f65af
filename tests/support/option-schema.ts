import type { MemoryRule } from '../../src/rule.ts'

/** The part of JSON Schema that the options of rules are written in. */
export interface OptionSchema {
  type?: string | string[]
  enum?: unknown[]
  description?: string
  properties?: Record<string, OptionSchema>
  additionalProperties?: boolean
  items?: OptionSchema
}

/** The schema of a rule's one options object, or null when it has none. */
export function optionSchema({ meta }: MemoryRule): OptionSchema | null {
  const [schema = null] = meta.schema as OptionSchema[]
  return schema
}
