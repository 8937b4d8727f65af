/** Methods that make a node of a document, or find one, on whatever document or element. */
export const NODE_METHODS: ReadonlySet<string> = new Set([
  'createElement', 'createElementNS', 'createTextNode', 'cloneNode', 'importNode', 'querySelector', 'getElementById', 'closest', 'insertAdjacentElement',
])

/** Types of the nodes of a document. */
export const NODE_TYPES = /^(?:(?:HTML|SVG|MathML)\w*Element|Element|Node|ChildNode|Text|Comment)$/

/** Methods that put the nodes they are given into a document. */
export const INSERTING: ReadonlySet<string> = new Set(['append', 'appendChild', 'prepend', 'before', 'after', 'insertBefore', 'insertAdjacentElement', 'replaceWith', 'replaceChild', 'replaceChildren'])

/** Calls by which a node leaves its document. */
export const REMOVING: readonly string[] = ['remove', 'removeChild', 'replaceWith']
