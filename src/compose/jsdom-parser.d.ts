/** The package's own small parser, of which it says nothing in its types: for well-formed markup only. */
declare module '@mozilla/readability/JSDOMParser.js' {
  const JSDOMParser: new () => { parse(html: string): Document };
  export = JSDOMParser;
}
