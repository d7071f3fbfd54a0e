/** esbuild gives a style sheet imported `with { type: 'text' }` as its text, and puts any other into page.css. */
declare module '*.css' {
  const text: string;
  export default text;
}
