/** Which of these are not in the page: a module, or a member as `<module>.<member>`; `A|B`: one of both will do. */
export const readLack = (paths: readonly string[]): readonly string[] => {
  const page = globalThis as unknown as { require(name: string): unknown };
  const isThere = (path: string): boolean => {
    const [module = '', ...members] = path.split('.');
    try {
      let found = page.require(module);
      for (const member of members) found = (found as Record<string, unknown> | undefined | null)?.[member];
      return found !== undefined && found !== null;
    } catch {
      return false;
    }
  };
  return paths.filter((path) => !path.split('|').some(isThere));
};
