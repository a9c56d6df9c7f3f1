const declared = /^([a-z]{2,3})(?:[-_].*)?$/i;

/** BCP 47 primary subtag of a declared language; null: none is declared. */
export const readLanguage = (stated: string | null): string | null => {
  const subtag = declared.exec(stated?.trim() ?? '')?.[1]?.toLowerCase();
  return subtag === undefined || subtag === 'und' ? null : subtag;
};
