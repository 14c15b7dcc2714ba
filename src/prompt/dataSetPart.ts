import type { DataSet, Role, Sides } from '../rules/facts.ts';

/** Our part in a data set as people say it: the role, and whether others decide or process beside us. */
export const PARTS = ['controller', 'joint', 'processor', 'processorForJoint', 'subProcessor', 'unknown'] as const;
export type Part = (typeof PARTS)[number];

export function partIn({ role, jointWith = [], worksFor }: Pick<DataSet, 'role'> & Sides): Part {
  if (role === 'unknown') return 'unknown';
  if (role === 'processor' && worksFor !== undefined) return 'subProcessor';
  if (jointWith.length === 0) return role;
  return role === 'controller' ? 'joint' : 'processorForJoint';
}

export function roleOf(part: Part): Role {
  switch (part) {
    case 'controller':
    case 'joint':
      return 'controller';
    case 'processor':
    case 'processorForJoint':
    case 'subProcessor':
      return 'processor';
    case 'unknown':
      return 'unknown';
  }
}
