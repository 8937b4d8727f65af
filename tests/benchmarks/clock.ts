/**
 * Milliseconds of processor time that `run` takes, on all threads of this process. Unlike wall time it does not grow when
 * other programs take the processor.
 */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage()
  run()
  return millisecondsSince(before)
}

/** The same for what runs asynchronously. */
export async function processorTimeAsync(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  return millisecondsSince(before)
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number
}
