import fc from 'fast-check'
import type { Kind } from './entry.ts'

/** The inputs of one run, as a program: that is what is printed, and what shrinks. */
export interface Scenario {
  /** For a person. */
  text: string
  /** A function expression, from the realm's tools to the inputs by name. */
  build: string
  plan: { calls: number; take: number; tamper: boolean }
}

type Expression = fc.Arbitrary<string>
/** A statement that writes to one of the inputs. */
type Write = fc.Arbitrary<string>

export function scenarios(inputs: Readonly<Record<string, Kind>>): fc.Arbitrary<Scenario> {
  const names = Object.keys(inputs)
  const write = names.length > 0 ? writesTo(names) : fc.constant('')
  const values = fc.tuple(...names.map((name) => expressionOf(inputs[name]!, name, write)))
  const plan = fc.record({
    calls: fc.constantFrom(1, 1, 2),
    take: fc.constantFrom(Infinity, 0, 1, 2),
    tamper: fc.boolean(),
  })
  return fc.record({ values, plan, aliased: fc.nat(6) }).map(({ values, plan, aliased }) => {
    const declared = names.map((name, index) => `const ${name} = ${aliased === 1 ? aliasOf(names, inputs, index) ?? values[index]! : values[index]!}`)
    return {
      text: [...declared, ...callsOf(names, plan)].join('\n'),
      build: `(function (tools) { with (tools) { ${declared.join('\n')}\n return { ${names.join(', ')} } } })`,
      plan,
    }
  })
}

function callsOf(names: readonly string[], { calls, take, tamper }: Scenario['plan']): string[] {
  const call = `f(${names.join(', ')})`
  const walk = Number.isFinite(take) ? ` // if it returns an iterator, it is left after ${take}` : ''
  const lines = [call + walk]
  if (tamper) lines.push('// the caller writes to the result')
  if (calls > 1) lines.push(call + walk)
  return lines
}

function aliasOf(names: readonly string[], inputs: Readonly<Record<string, Kind>>, index: number): string | undefined {
  const kind = JSON.stringify(inputs[names[index]!])
  const first = names.findIndex((name) => JSON.stringify(inputs[name]) === kind)
  return first < index ? names[first] : undefined
}

const numbers = fc.constantFrom('0', '1', '2', '-0', 'NaN', '-1', '0.5', '1e21', 'Infinity', '-Infinity')
const strings = fc.constantFrom("'a'", "'b'", "''", "'id'", "'__proto__'", "'1'", "'length'", "'a,b'", "'😀'", "'\\ud83d'", "'\\ude00z'")
const primitives = fc.oneof(
  { arbitrary: numbers, weight: 4 },
  { arbitrary: strings, weight: 3 },
  { arbitrary: fc.constantFrom('undefined', 'null', 'true', 'false', '1n', 's1'), weight: 4 },
)
const objects = (write: Write): Expression => fc.oneof(
  fc.constantFrom('o1', 'o2', '{}', '{ id: 1, a: undefined }', 'Object.create(null)', 'Object.freeze({ id: 3 })', 'new Date(0)', '() => {}', '{ 1: 1, length: 1 }'),
  fc.constantFrom("accessors({ id: 1 }, 'id')", "Object.defineProperty({}, '__proto__', { value: 1, enumerable: true, configurable: true, writable: true })"),
  conversions(write),
)

function conversions(write: Write): Expression {
  return fc.tuple(fc.constantFrom('valueOf', 'toString', 'toPrimitive', 'throws', 'all'), fc.constantFrom('1', "'h'", '-0', 'NaN'), fc.option(write, { freq: 4 }))
    .map(([how, value, effect]) => `hostile('${how}', ${value}${effect ? `, () => ${effect}` : ''})`)
}

function element(write: Write): Expression {
  return fc.oneof(
    { arbitrary: primitives, weight: 6 },
    { arbitrary: objects(write), weight: 3 },
    { arbitrary: fc.constantFrom('[]', '[1, [2, , 3]]', '[o1]', 'as(Sub, [1])', 'new Set([1])', "new Map([['a', 1]])", 'Uint8Array.of(1, 2)'), weight: 2 },
  )
}

function anything(name: string, write: Write): Expression {
  return fc.oneof(
    { arbitrary: arrays(element(write), false, false), weight: 5 },
    ...(['primitive', 'string', 'object', 'array-like', 'proxy', 'set', 'map', 'typed-array', 'buffer', 'iterable', 'iterator', 'callback'] as const)
      .map((kind) => ({ arbitrary: expressionOf(kind, name, write), weight: 1 })),
  )
}

function expressionOf(kind: Kind, name: string, write: Write): Expression {
  if (typeof kind === 'string') return named(kind, name, write)
  if ('array' in kind) return arrays(expressionOf(kind.array, `${name}_`, write), kind.dense ?? false, kind.plain ?? false)
  if ('set' in kind) return sets(expressionOf(kind.set, `${name}_`, write), kind.plain ?? false)
  if ('map' in kind) return maps(expressionOf(kind.map[0], `${name}_`, write), expressionOf(kind.map[1], `${name}_`, write), kind.plain ?? false)
  if ('iterable' in kind) return iterables('iterable', expressionOf(kind.iterable, `${name}_`, write))
  if ('promise' in kind) return promises(expressionOf(kind.promise, `${name}_`, write))
  if ('callback' in kind) return callbacks(expressionOf(kind.callback, `${name}_`, write), name, write)
  if ('oneOf' in kind) return fc.oneof(...kind.oneOf.map((one) => expressionOf(one, name, write)))
  if ('expressions' in kind) return fc.constantFrom(...kind.expressions)
  const fields = Object.entries(kind.object).map(([key, value]) => expressionOf(value, `${name}_${key}`, write).map((expression) => `${JSON.stringify(key)}: ${expression}`))
  return fc.tuple(...fields).map((properties) => `{ ${properties.join(', ')} }`)
}

function named(kind: Extract<Kind, string>, name: string, write: Write): Expression {
  switch (kind) {
    case 'any': return anything(name, write)
    case 'primitive': return primitives
    case 'boolean': return fc.constantFrom('true', 'false')
    case 'number': return numbers
    case 'index': return fc.integer({ min: -3, max: 6 }).map(String)
    case 'string': return fc.oneof(strings, fc.constantFrom("'abc'", "'a\\nb\\nc'", "'x😀y'", "'{\"a\":1}'"))
    case 'bigint': return fc.constantFrom('0n', '1n', '-1n')
    case 'symbol': return fc.constantFrom('s1', "Symbol('s2')", 'Symbol.iterator')
    case 'object': return objects(write)
    case 'array': return arrays(element(write), false, false)
    case 'array-like': return list(element(write), true).map((values) => `{ ...${values}, length: ${values}.length }`)
    case 'proxy': return list(element(write), true).map((values) => `proxy(${values})`)
    case 'set': return sets(element(write), false)
    case 'map': return maps(element(write), element(write), false)
    case 'typed-array': return fc.tuple(fc.constantFrom('Uint8Array', 'Int16Array', 'Float64Array', 'Uint8ClampedArray'), list(numbers, true)).map(([type, values]) => `new ${type}(${values})`)
    case 'buffer': return fc.oneof(list(fc.nat(255).map(String), true).map((values) => `Buffer.from(${values})`), fc.constantFrom("Buffer.from('a😀')", 'Buffer.from([1, 2, 3]).subarray(1)'))
    case 'iterable': return iterables('iterable', element(write))
    case 'iterator': return iterables('iterator', element(write))
    case 'async-iterable': return iterables('asyncIterable', element(write))
    case 'promise': return promises(element(write))
    case 'callback': return callbacks(fc.oneof(element(write), fc.constantFrom('args[0]', 'args[0]', 'args[1]', 'args')), name, write)
  }
}

/** An array literal, as an expression; a hole is written as nothing. */
function list(value: Expression, dense: boolean, maxLength = 4): Expression {
  const item = dense ? value : fc.oneof({ arbitrary: value, weight: 5 }, { arbitrary: fc.constant(''), weight: 1 })
  return fc.array(item, { maxLength }).map((items) => `[${items.join(', ')}${items.at(-1) === '' ? ',' : ''}]`)
}

function arrays(value: Expression, dense: boolean, plain: boolean): Expression {
  const literal = list(value, dense)
  const grown = literal.map((array) => `Object.assign(${array}, { extra: 1 })`)
  if (plain) return fc.oneof({ arbitrary: literal, weight: 8 }, { arbitrary: grown, weight: 1 })
  const classed = (wrap: (array: string) => string): { arbitrary: Expression; weight: number } => ({ arbitrary: literal.map(wrap), weight: 1 })
  return fc.oneof(
    { arbitrary: literal, weight: 9 },
    { arbitrary: grown, weight: 1 },
    ...(dense ? [] : [classed((array) => `accessors(${array}, 0)`)]),
    classed((array) => `Object.freeze(${array})`),
    classed((array) => `as(Sub, ${array})`),
    classed((array) => `as(Species, ${array})`),
    classed((array) => `as(LoggingArray, ${array})`),
    classed((array) => `withOwnIterator(${array})`),
    classed((array) => `Object.assign(${array}, { [Symbol.isConcatSpreadable]: false })`),
  )
}

function sets(value: Expression, plain: boolean): Expression {
  return fc.tuple(list(value, true), fc.nat(4)).map(([values, sort]) => sort === 1 && !plain ? `as(LoggingSet, new Set(${values}))` : `new Set(${values})`)
}

function maps(key: Expression, value: Expression, plain: boolean): Expression {
  const entry = fc.tuple(key, value).map(([key, value]) => `[${key}, ${value}]`)
  return fc.tuple(list(entry, true), fc.nat(4)).map(([entries, sort]) => sort === 1 && !plain ? `as(LoggingMap, new Map(${entries}))` : `new Map(${entries})`)
}

function iterables(tool: 'iterable' | 'iterator' | 'asyncIterable', value: Expression): Expression {
  const options = fc.constantFrom('', '', ', { throwsAt: 0 }', ', { throwsAt: 1 }', ', { throwsAt: 2 }', ', { returns: false }')
  return fc.tuple(list(value, true), options).map(([values, options]) => `${tool}(${values}${options})`)
}

function promises(value: Expression): Expression {
  return fc.tuple(fc.nat(3), value, fc.nat(4)).map(([rank, value, fate]) => fate === 1 ? `later(${rank}, undefined, true)` : `later(${rank}, ${value})`)
}

/** Up to six scripted calls, then only quiet ones. */
function callbacks(returns: Expression, name: string, write: Write): Expression {
  const step = fc.oneof(
    { arbitrary: returns.map((value) => `(...args) => (${value})`), weight: 6 },
    { arbitrary: fc.tuple(write, returns).map(([write, value]) => `(...args) => { ${write}; return ${value} }`), weight: 2 },
    { arbitrary: fc.constant(`() => { throw fail('${name}') }`), weight: 1 },
  )
  return fc.tuple(fc.array(step, { maxLength: 6 }), returns)
    .map(([script, rest]) => `callback('${name}', [${script.join(', ')}], (...args) => (${rest}))`)
}

function writesTo(names: readonly string[]): Write {
  return fc.tuple(fc.constantFrom(...names), fc.constantFrom('grow', 'shrink', 'clear', 'replace', 'shift', 'reverse', 'element'))
    .map(([name, how]) => `poke(${name}, '${how}')`)
}
