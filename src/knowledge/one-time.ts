/** What does one thing and is done, its listeners with it, by the qualified name of what makes it. */
export const ONE_TIME: ReadonlySet<string> = new Set([
  'Image', 'FileReader', 'XMLHttpRequest',
  'fs.createReadStream', 'fs.createWriteStream', 'http.get', 'http.request', 'https.get', 'https.request', 'zlib.createGzip', 'zlib.createGunzip', 'child_process.spawn', 'child_process.exec',
  'child_process.execFile',
])

/** Methods that register a listener with what they are called on. */
export const LISTENING: ReadonlySet<string> = new Set(['addEventListener', 'addListener', 'on'])
