// What may be imported besides code? Styles, and the address of a worker's script.
declare module '*.css';
declare module '*?worker&url' {
  const url: string;
  export default url;
}
