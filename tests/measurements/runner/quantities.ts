/** `1234567` → `1.2 MB`. Decimal units, two significant digits below ten, none after the point from there on. */
export function formatBytes(bytes: number): string {
  return scaled(bytes, 1000, ['B', 'kB', 'MB', 'GB', 'TB'])
}

/** `0.0123` → `12 µs`. */
export function formatTime(milliseconds: number): string {
  const [value, units] = milliseconds < 1 ? [milliseconds * 1000, ['µs', 'ms']] : [milliseconds, ['ms', 's']]
  return scaled(value, 1000, units)
}

/** `12345` → `12,345`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en')
}

/** How many times `a` is `b`: `1,200×`, `3.4×`. Without bytes or time to divide by it says so. */
export function formatRatio(a: number, b: number): string {
  if (b === 0) return a === 0 ? '1×' : '∞'
  return `${significant(a / b)}×`
}

function scaled(value: number, step: number, units: string[]): string {
  let unit = 0
  while (unit < units.length - 1 && Number(roundedText(value)) >= step) {
    value /= step
    unit++
  }
  const text = unit === 0 && units[0] === 'B' ? String(Math.round(value)) : significant(value)
  return `${text} ${units[unit]}`
}

function roundedText(value: number): string {
  return value < 9.95 ? value.toFixed(1) : value.toFixed(0)
}

const allDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 21 })

function significant(value: number): string {
  const rounded = Number(value < 9.95 ? value.toPrecision(2) : value.toFixed(0))
  return allDigits.format(rounded)
}

/** Infinity when there are none. */
export function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity)
}

/** -Infinity when there are none. */
export function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity)
}
