import type { TSESTree } from '@typescript-eslint/utils'
import { parse } from '@typescript-eslint/parser'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** One import, export-from, `import()` or `require()` of a module. */
export interface Import {
  from: string
  /** The imported file, relative to the root, when it is one of ours. */
  file: string | null
  /** Gone after compilation. */
  typeOnly: boolean
  /** `export … from`. */
  reExport: boolean
}

export interface Module {
  /** Relative to the root, e.g. `src/analysis/fact.ts`. */
  path: string
  text: string
  ast: TSESTree.Program
  imports: Import[]
}

/** All files below a folder of the project, relative to the root, sorted. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(`${root}${folder}`, { recursive: true }) as string[]
  return entries
    .map((entry) => posix.join(folder, entry.replaceAll('\\', '/')))
    .filter((path) => statSync(`${root}${path}`).isFile())
    .sort()
}

/** The plugin's own modules. */
export function readModules(): Module[] {
  return filesBelow('src').filter((path) => /\.c?ts$/.test(path)).map(readModule)
}

function readModule(path: string): Module {
  const text = readFileSync(`${root}${path}`, 'utf8')
  const ast = parse(text, { sourceType: 'module' }) as TSESTree.Program
  return { path, text, ast, imports: [...staticImports(ast), ...dynamicImports(text)].map((each) => ({ ...each, file: fileOf(each.from, path) })) }
}

type Found = Omit<Import, 'file'>

function staticImports(ast: TSESTree.Program): Found[] {
  return ast.body.flatMap((node): Found[] => {
    switch (node.type) {
      case 'ImportDeclaration':
        return [{ from: node.source.value, typeOnly: node.importKind === 'type' || hasOnlyTypes(node.specifiers), reExport: false }]
      case 'ExportNamedDeclaration':
        return node.source ? [{ from: node.source.value, typeOnly: node.exportKind === 'type', reExport: true }] : []
      case 'ExportAllDeclaration':
        return [{ from: node.source.value, typeOnly: node.exportKind === 'type', reExport: true }]
      default:
        return []
    }
  })
}

function hasOnlyTypes(specifiers: TSESTree.ImportClause[]): boolean {
  return specifiers.length > 0 && specifiers.every((each) => each.type === 'ImportSpecifier' && each.importKind === 'type')
}

function dynamicImports(text: string): Found[] {
  const calls = text.matchAll(/\b(?:import|require)\(\s*(['"])(.+?)\1\s*\)/g)
  return [...calls].map(([, , from]) => ({ from: from as string, typeOnly: false, reExport: false }))
}

function fileOf(from: string, path: string): string | null {
  return from.startsWith('.') ? posix.join(dirname(path), from).replace(/\.js$/, '.ts') : null
}
