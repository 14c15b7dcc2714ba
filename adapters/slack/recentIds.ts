/**
 * Says of each id whether it was here before, as far back as it remembers. It spares people the same answer twice; that nothing is
 * recorded twice is the register's affair, which all instances share.
 */
export function recentIds(most = 5000): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return true;
    if (seen.size >= most) {
      const [oldest] = seen;
      if (oldest !== undefined) seen.delete(oldest);
    }
    seen.add(id);
    return false;
  };
}
