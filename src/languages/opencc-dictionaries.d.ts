/** Dictionaries of OpenCC as texts: entries apart by `|`, each a source and what stands for it, apart by a space. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  // biome-ignore lint/style/noDefaultExport: the package has one
  export default entries;
}
