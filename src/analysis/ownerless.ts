import { type Acquisition, acquisitionOf } from './acquisitions.ts'
import type { Resource } from '../knowledge/resources.ts'
import type { Call } from './calls.ts'
import { type ClassNode, frameworkOf, isSingleton, teardownMethods } from './classes.ts'
import type { SourceCode } from './fact.ts'
import { enclosingClass } from './functions.ts'
import { keyName } from './occurrences.ts'
import { releasesOf } from './releases.ts'

/** A resource in a field of a class that has no method to end it. */
export interface Ownerless extends Acquisition {
  node: ClassNode
}

/** Is the call's result kept in a field that others do not see, of a class by itself, in which nothing releases it and nothing could? */
export function ownerless(call: Call, resources: readonly Resource[], sourceCode: SourceCode): Ownerless | null {
  const acquired = acquisitionOf(call, resources, sourceCode)
  if (acquired?.resource.kind !== 'resource' || acquired.resource.scarce || acquired.sink.kind !== 'field') return null
  const { member, name } = acquired.sink
  const node = member.object.type === 'ThisExpression' ? enclosingClass(call) : null
  if (!node || node.superClass || !isHidden(name, node) || frameworkOf(node, sourceCode) || teardownMethods(node).length > 0) return null
  return isSingleton(node, sourceCode) || releasesOf(acquired, sourceCode).length > 0 ? null : { ...acquired, node }
}

function isHidden(name: string, node: ClassNode): boolean {
  return name.startsWith('#') || node.body.body.some((one) => one.type === 'PropertyDefinition' && one.accessibility === 'private' && keyName(one) === name)
}
