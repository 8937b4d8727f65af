import { RuleTester } from 'eslint'
import * as parser from '@typescript-eslint/parser'
import { afterAll, describe, it } from 'vitest'
import type { MemoryRule } from '../../src/rule.ts'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only
void afterAll

type Cases = { valid: (string | RuleTester.ValidTestCase)[]; invalid: RuleTester.InvalidTestCase[] }

const tester = new RuleTester({ languageOptions: { parser, ecmaVersion: 2026, sourceType: 'module' } })

/** ESLint's own RuleTester, which here requires a messageId, its data and the exact location of every error. */
export function testRule(id: string, rule: MemoryRule, { valid, invalid }: Cases): void {
  tester.run(id, rule as never, {
    assertionOptions: { requireMessage: 'messageId', requireLocation: true, requireData: true },
    valid,
    invalid,
  } as never)
}
