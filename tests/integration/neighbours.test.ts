import { expect, test } from 'vitest'
import { findingsIn, lint } from './findings.ts'
import { makePlace } from './place.ts'

const configuration = `import e18e from '@e18e/eslint-plugin'
import react from '@eslint-react/eslint-plugin'
import markdown from '@eslint/markdown'
import { defineConfig } from 'eslint/config'
import hooks from 'eslint-plugin-react-hooks'
import memory from 'eslint-plugin-memory'
import svelte from 'eslint-plugin-svelte'
import unicorn from 'eslint-plugin-unicorn'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

const code = ['**/*.{js,ts,tsx,vue,svelte}']
const parserOptions = { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue', '.svelte'] }
export default defineConfig(
  { files: code, extends: [typescript.configs.strictTypeChecked, unicorn.configs.recommended, e18e.configs.recommended], languageOptions: { parserOptions } },
  { files: ['**/*.tsx'], extends: [react.configs['recommended-typescript'], hooks.configs.flat.recommended] },
  vue.configs['flat/recommended'],
  svelte.configs['flat/recommended'],
  { files: ['**/*.{vue,svelte}'], languageOptions: { parserOptions: { parser: typescript.parser } } },
  { files: ['**/*.md'], plugins: { markdown }, extends: ['markdown/processor'] },
  { files: ['**/*.md/*'], extends: [typescript.configs.disableTypeChecked] },
  { files: [...code, '**/*.md/*.js'], ...memory.configs.all },
)
`

/** The loop of which every file has one, in the types that its language takes. */
const titles = (types: string) => `let all${types} = []
for (const page of pages) all = [...all, page.title]
`

const files = {
  'eslint.config.mjs': configuration,
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "jsx": "preserve", "module": "esnext", "moduleResolution": "bundler" }, "include": ["src"] }\n',
  'src/Titles.vue': `<script setup lang="ts">
const { pages } = defineProps<{ pages: { title: string }[] }>()
${titles(': string[]')}</script>

<template>
  <p>{{ all }}</p>
</template>
`,
  'src/Titles.svelte': `<script lang="ts">
const { pages }: { pages: { title: string }[] } = $props()
${titles(': string[]')}</script>

<p>{all}</p>
`,
  'src/titles.tsx': `export function Titles({ pages }: { pages: { title: string }[] }) {
${titles(': string[]')}return <p>{all}</p>
}
`,
  'src/titles.md': `# Titles

\`\`\`js
${titles('')}console.log(all)
\`\`\`
`,
}

test('beside the presets of others it finds its own in TypeScript, JSX, Vue, Svelte and Markdown', async () => {
  const place = await makePlace('eslint-10', files)
  // unicorn 80 needs Node 22 or newer.
  const found = findingsIn(place, await lint(place, ['src'], { node: '24' }))
  expect(found.filter((finding) => /Error|error/.test(finding))).toEqual([])
  expect(found.filter((finding) => finding.includes(' memory/')).sort()).toEqual([
    'src/Titles.svelte:4:34 memory/no-accumulating-copy',
    'src/Titles.vue:4:34 memory/no-accumulating-copy',
    'src/titles.md:5:34 memory/no-accumulating-copy',
    'src/titles.tsx:3:34 memory/no-accumulating-copy',
  ])
  for (const prefix of ['unicorn/', 'vue/', '@typescript-eslint/']) expect(found).toContainEqual(expect.stringContaining(` ${prefix}`))
})
