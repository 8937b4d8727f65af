// ESLint imports this module in each of its worker threads: options with functions in them cannot be cloned.
import { eslintOptions, type Linting } from './configuration.ts'

const linting = new URL(import.meta.url).searchParams.get('linting')

export default eslintOptions(JSON.parse(linting ?? '{}') as Linting)
