import { type ConfigurationFault, fault, isBranch, isList, type Path, pathText, type Tree } from './fault.ts';

const SECRET_KEY =
  /token|secret|passwor[dt]|passwd|kennwort|geheim|schl(ü|ue)ssel|credential|(api|private|master)[-_ ]?key|signing|connection[-_ ]?string|mongodb/i;
const SECRET_VALUE = /\b(xox[a-z]-|xapp-)|-----BEGIN |:\/\/[^\s/@:]+:[^\s/@]+@/;

/** A key that names a secret, or a value that has the form of one: a chat token, a private key, an address with a password. */
export const looksSecret = (text: string): boolean => SECRET_KEY.test(text) || SECRET_VALUE.test(text);

/** Every secret in the file, wherever it stands; its value is never repeated. */
export function secretFaults(root: Tree): readonly ConfigurationFault[] {
  const within = (tree: Tree, path: Path): readonly ConfigurationFault[] => {
    if (typeof tree === 'string') return SECRET_VALUE.test(tree) ? [secretAt(root, path)] : [];
    if (isList(tree)) return tree.flatMap((entry, index) => within(entry, [...path, index]));
    if (!isBranch(tree)) return [];
    return Object.entries(tree).flatMap(([key, value]) =>
      SECRET_KEY.test(key) ? [secretAt(root, [...path, key])] : within(value, [...path, key]),
    );
  };
  return within(root, []);
}

const secretAt = (root: Tree, path: Path): ConfigurationFault => fault(pathText(root, path), '***', 'secret');
