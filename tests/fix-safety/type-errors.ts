import ts from 'typescript'

const options: ts.CompilerOptions = {
  strict: true, noEmit: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.esnext.d.ts'], types: ['node'], skipLibCheck: true,
}
const fileName = 'snippet.ts'

/** The messages of TypeScript's errors in the code of one module, under `strict`, with the types of the language and of Node. */
export function typeErrors(code: string): string[] {
  const source = ts.createSourceFile(fileName, code, ts.ScriptTarget.ESNext, true)
  const getSourceFile: ts.CompilerHost['getSourceFile'] = (name, language) => {
    if (name === fileName) return source
    let library = libraries.get(name)
    if (!library) libraries.set(name, (library = host.getSourceFile(name, language)))
    return library
  }
  const program = ts.createProgram([fileName], options, { ...host, getSourceFile, fileExists: (name) => name === fileName || host.fileExists(name) })
  return program.getSemanticDiagnostics(source).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const host = ts.createCompilerHost(options)
/** Parsing them takes most of the time. */
const libraries = new Map<string, ts.SourceFile | undefined>()
