#!/usr/bin/env node
import { runMemoryLint } from './run.ts'

// `memory-lint src | head` closes the pipe before all is written: the exit code still stands.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runMemoryLint(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
})
