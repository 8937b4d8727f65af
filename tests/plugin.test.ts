import type { TSESTree } from '@typescript-eslint/utils'
import { Linter } from 'eslint'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import plugin from '../src/index.ts'
import { conflicts, presets, type PresetName } from '../src/presets.ts'
import type { MemoryRule } from '../src/rule.ts'
import { filesBelow, readModules, root, type Module } from './support/modules.ts'
import { optionSchema, type OptionSchema } from './support/option-schema.ts'

const rules = plugin.rules as unknown as Record<string, MemoryRule>
const ids = Object.keys(rules)
const modules = readModules()
const ruleModules = modules.filter(({ path }) => path.startsWith('src/rules/') && path !== 'src/rules/index.ts')

/** What a rule consists of besides its source and its line in the registry, and how each part comes about. */
const parts: Record<string, string> = {
  'rules-docs/<rule>.md': 'write the page as tests/measurements/README.md says, then npx vitest run tests/docs.test.ts -u',
  'tests/rules/<rule>.test.ts': 'write valid and invalid cases for testRule of tests/support/rule-tester.ts',
  'tests/measurements/<rule>.mjs': 'write the cases as tests/measurements/README.md says, then npm run measure -- --rule <rule>',
  'tests/fix-safety/<rule>.test.ts': 'write the entries as tests/fix-safety/README.md says',
}

function read(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8')
}

describe('the registry', () => {
  const lines = read('src/rules/index.ts').split('\n').filter((line) => line !== '')
  const registered = lines.map((line) => /^export \{ default as '([\w-]+)' \} from '\.\/\1\.ts'$/.exec(line)?.[1] ?? line)

  test('has one sorted line per rule file, named as the file is', () => {
    const files = ruleModules.map(({ path }) => path.slice('src/rules/'.length, -'.ts'.length))
    expect(registered, 'lines of src/rules/index.ts, against the files of src/rules').toEqual(files)
  })
})

describe.each(ids)('%s', (id) => {
  const { meta } = rules[id] as MemoryRule

  test('has all of its parts', () => {
    const missing = Object.entries(parts)
      .map(([path, how]) => [path, how].map((text) => text.replaceAll('<rule>', id)) as [string, string])
      .filter(([path]) => !existsSync(`${root}${path}`))
      .map(([path, how]) => `${path} is missing: ${how}`)
    expect(missing).toEqual([])
  })

  test('does not name itself', () => {
    expect(read(`src/rules/${id}.ts`)).not.toContain(id)
  })

  test('says what ESLint, the presets and the pages need', () => {
    expect(meta).toMatchObject({
      type: expect.stringMatching(/^(problem|suggestion)$/),
      fixable: 'code',
      hasSuggestions: true,
      languages: ['js/js'],
      docs: {
        description: expect.stringMatching(/^(Disallow|Require|Prefer) .*[^.]$/),
        cost: expect.stringMatching(/^(retention|allocation|stack)$/),
        family: expect.stringMatching(/^(copies|strings|iteration|stack|leaks|shapes|recycling)$/),
        url: expect.stringMatching(new RegExp(`/rules-docs/${id}\\.md$`)),
      },
    })
  })

  test.each(Object.entries(meta.messages))('says %s briefly and plainly', (_, message) => {
    expect(message.length, `'${message}' has at most 160 characters`).toBeLessThanOrEqual(160)
    expect(message).not.toMatch(/\b(should|consider|may leak)\b/i)
    expect(message, 'one or two sentences that end with a period').toMatch(/^[A-Z'](?:(?!\. [A-Z']).)*(?:\. [A-Z'](?:(?!\. [A-Z']).)*)?\.$/)
  })

  test('has every message in its tests', () => {
    const path = `tests/rules/${id}.test.ts`
    const cases = existsSync(`${root}${path}`) ? read(path) : ''
    expect(Object.keys(meta.messages).filter((key) => !cases.includes(`messageId: '${key}'`)), `messages that ${path} never expects`).toEqual([])
  })

  test('describes every option, allows no other, and has a default for each', () => {
    const schema = optionSchema(rules[id] as MemoryRule) ?? {}
    const [defaults = {}] = (meta.defaultOptions ?? []) as [object?]
    expect(unclosed(schema)).toEqual([])
    expect(Object.keys(defaults)).toEqual(Object.keys(schema.properties ?? {}))
  })
})

/** Objects that allow unknown keys and properties without a description, anywhere in a schema. */
function unclosed({ type, properties = {}, additionalProperties, items = {} }: OptionSchema): string[] {
  const named = Object.entries(properties)
  return [
    ...(type === 'object' && additionalProperties !== false ? ['an object lacks additionalProperties: false'] : []),
    ...named.filter(([, { description }]) => !description).map(([name]) => `${name} lacks a description`),
    ...[...Object.values(properties), items].filter((each) => each.type !== undefined).flatMap(unclosed),
  ]
}

describe('every part belongs to a rule', () => {
  const known = new Set(ids)

  test('tests', () => {
    expect(strangers('tests/rules', '.test.ts')).toEqual([])
  })

  test('measurements', () => {
    expect(strangers('tests/measurements', '.mjs')).toEqual([])
  })

  test('fix-safety entries', () => {
    expect(strangers('tests/fix-safety', '.test.ts').filter((file) => file !== 'harness.test.ts')).toEqual([])
  })

  function strangers(folder: string, ending: string): string[] {
    if (!existsSync(`${root}${folder}`)) return []
    return readdirSync(`${root}${folder}`).filter((file) => file.endsWith(ending) && !known.has(file.slice(0, -ending.length)))
  }
})

describe('presets', () => {
  const { recommended, strict, all, leaks } = plugin.configs
  const idsOf = ({ rules: chosen }: { rules: object }): string[] => Object.keys(chosen)

  test('grow from recommended to strict to all', () => {
    expect(idsOf(strict)).toEqual(expect.arrayContaining(idsOf(recommended)))
    expect(idsOf(all)).toEqual(expect.arrayContaining(idsOf(strict)))
    expect(idsOf(all)).toEqual(ids.map((id) => `memory/${id}`))
  })

  test('look wider from recommended to strict to all', () => {
    const optionsOf = (config: typeof all, id: string): unknown => [config.rules[`memory/${id}`]].flat()[1]
    expect(optionsOf(strict, 'no-leaked-listener')).toEqual({ check: 'all' })
    expect(optionsOf(all, 'no-leaked-listener')).toEqual({ check: 'all' })
    expect(optionsOf(strict, 'no-copy-to-read')).toBeUndefined()
    expect(optionsOf(all, 'no-copy-to-read')).toEqual({ check: 'all' })
  })

  test('leaks holds the recommended rules of its family', () => {
    const family = idsOf(recommended).filter((name) => rules[name.slice('memory/'.length)]?.meta.docs.family === 'leaks')
    expect(idsOf(leaks)).toEqual(family)
  })

  test('hold the plugin itself and report errors', () => {
    for (const name of Object.keys(presets) as PresetName[]) {
      const config = plugin.configs[name]
      expect(config.name).toBe(`memory/${name}`)
      expect(config.plugins?.['memory']).toBe(plugin)
      expect(Object.values(config.rules).filter((entry) => [entry].flat()[0] !== 'error')).toEqual([])
    }
  })
})

describe('compat presets', () => {
  const { compatE18e, compatUnicorn } = plugin.configs

  test('only switch off rules of their plugin', () => {
    expect(Object.entries(compatUnicorn.rules).filter(([name, level]) => !name.startsWith('unicorn/') || level !== 'off')).toEqual([])
    expect(Object.entries(compatE18e.rules).filter(([name, level]) => !name.startsWith('e18e/') || level !== 'off')).toEqual([])
  })

  test('can stand where that plugin is not used, or lacks a rule', () => {
    const config = [compatUnicorn, compatE18e, { plugins: { unicorn: {} } }]
    expect(new Linter().verify('export const x = 1', config)).toEqual([])
  })

  test('say which rules are undone', () => {
    const undone = Object.values(conflicts).flat().flatMap(({ undoes }) => undoes)
    expect(undone.filter((id) => !ids.includes(id))).toEqual([])
  })
})

describe('the sources', () => {
  /** From what knows least to what knows most: a module imports from its own layer and from those before. */
  const layers = [
    /^src\/knowledge\//,
    /^src\/analysis\//,
    /^src\/fixes\//,
    /^src\/(settings|rule|search)\.ts$/,
    /^src\/rules\/(?!index\.ts)/,
    /^src\/rules\/index\.ts$/,
    /^src\/presets\.ts$/,
    /^src\/index\.c?ts$/,
    /^src\/cli\//,
  ]
  const layerOf = (path: string): number => layers.findIndex((layer) => layer.test(path))

  test('have a place in the layers', () => {
    expect(modules.map(({ path }) => path).filter((path) => layerOf(path) < 0)).toEqual([])
  })

  test('import one way: knowledge → analysis → fixes → rules → index → cli', () => {
    expect(importsThat(({ path }, { file }) => file !== null && layerOf(file) > layerOf(path))).toEqual([])
  })

  test('have no rule that imports a rule', () => {
    const isRule = (path: string): boolean => ruleModules.some((module) => module.path === path)
    expect(importsThat(({ path }, { file }) => file !== null && isRule(path) && isRule(file))).toEqual([])
  })

  test('have no import cycles', () => {
    expect(cycles()).toEqual([])
  })

  test('have no barrels in knowledge, analysis and fixes', () => {
    const inner = /^src\/(knowledge|analysis|fixes)\//
    expect(modules.map(({ path }) => path).filter((path) => inner.test(path) && /\/index\.ts$/.test(path))).toEqual([])
    expect(importsThat(({ path }, { reExport }) => inner.test(path) && reExport)).toEqual([])
  })

  test('load nothing but Node and @eslint-community/eslint-utils, apart from the command line', () => {
    const light = /^(node:|@eslint-community\/eslint-utils$)/
    expect(
      importsThat(({ path }, { from, file, typeOnly }) => !path.startsWith('src/cli/') && file === null && !typeOnly && !light.test(from)),
    ).toEqual([])
  })

  test('load what package.json installs', () => {
    const { dependencies, peerDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const installed = Object.keys({ ...dependencies, ...peerDependencies })
    expect(
      importsThat((_, { from, file, typeOnly }) => file === null && !typeOnly && !from.startsWith('node:') && !installed.includes(from)),
    ).toEqual([])
  })

  test('ask for types in types.ts and settings.ts alone', () => {
    const allowed = ['src/analysis/types.ts', 'src/settings.ts']
    const asking = modules.filter(({ text }) => /parserServices\W+program|esTreeNodeToTSNodeMap|getTypeChecker/.test(text))
    expect(asking.map(({ path }) => path).filter((path) => !allowed.includes(path))).toEqual([])
  })

  test('walk trees in analysis alone', () => {
    const walking = modules.filter(({ text }) => text.includes('visitorKeys'))
    expect(walking.map(({ path }) => path).filter((path) => !path.startsWith('src/analysis/'))).toEqual([])
  })

  test('remember nothing between files, except in a WeakMap, and but for a while what is read of a project', () => {
    const forgetful = 'src/analysis/project.ts' // see tests/analysis/project.test.ts
    expect(modules.flatMap(({ path, ast }) => (path === forgetful ? [] : memories(ast)).map((name) => `${path}: ${name} lives as long as the process`))).toEqual([])
  })

  test('keep every rule to about 120 lines', () => {
    const long = ruleModules.filter(({ text }) => text.split('\n').length > 130)
    expect(long.map(({ path }) => `${path} is long: an analysis hides in it`)).toEqual([])
  })

  function importsThat(isWrong: (module: Module, each: Module['imports'][number]) => boolean): string[] {
    return modules.flatMap((module) => module.imports.filter((each) => isWrong(module, each)).map(({ from }) => `${module.path} imports ${from}`))
  }

  function cycles(): string[] {
    const done = new Set<string>()
    const found: string[] = []
    const visit = (path: string, above: string[]): void => {
      if (above.includes(path)) found.push([...above.slice(above.indexOf(path)), path].join(' → '))
      if (above.includes(path) || done.has(path)) return
      const module = modules.find((each) => each.path === path)
      for (const { file, typeOnly } of module?.imports ?? []) if (file !== null && !typeOnly) visit(file, [...above, path])
      done.add(path)
    }
    for (const { path } of modules) visit(path, [])
    return found
  }
})

/** Names at the top of a module that can take something in later: `let`, `new Map()`, `[]`, `{}`. */
function memories({ body }: TSESTree.Program): string[] {
  const declarations = body.map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
  return declarations.flatMap((node) => {
    if (node?.type !== 'VariableDeclaration') return []
    const isVariable = node.kind === 'let' || node.kind === 'var'
    const growing = node.declarations.filter(({ id, init }) => isVariable || (isEmptyCollection(init) && !isReadonly(id)))
    return growing.map(({ id }) => (id.type === 'Identifier' ? id.name : 'a pattern'))
  })
}

/** `const none: ReadonlySet<Node> = new Set()`. */
function isReadonly({ typeAnnotation }: TSESTree.BindingName): boolean {
  const type = typeAnnotation?.typeAnnotation
  if (type?.type === 'TSTypeOperator') return type.operator === 'readonly'
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name.startsWith('Readonly')
}

function isEmptyCollection(init: TSESTree.Expression | null): boolean {
  switch (init?.type) {
    case 'NewExpression':
      return init.callee.type === 'Identifier' && ['Map', 'Set', 'Array'].includes(init.callee.name) && init.arguments.length === 0
    case 'ArrayExpression':
      return init.elements.length === 0
    case 'ObjectExpression':
      return init.properties.length === 0
    default:
      return false
  }
}

describe('the files', () => {
  const committed = ['src', 'tests', 'rules-docs', '.ci'].filter((folder) => existsSync(`${root}${folder}`)).flatMap(filesBelow)
  const atRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)

  test('have names that say something', () => {
    const empty = /^(utils?|helpers?|misc|common|shared|core|base)$/
    expect(committed.filter((path) => path.split('/').some((part) => empty.test(part.split('.')[0] as string)))).toEqual([])
  })

  test('name no package registry', () => {
    const host = new RegExp(String.raw`"resolved": "https?:|\bregistry\.[\w-]+\.\w|//[\w.:-]+/(?:artifactory|nexus|repository/npm)\b`)
    expect([...committed, ...atRoot].filter((path) => host.test(read(path)))).toEqual([])
  })
})
