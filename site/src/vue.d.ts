/** Components are compiled by Vite; the code behind them is TypeScript of its own, and checked. */
declare module "*.vue" {
  import type { DefineComponent } from "vue";

  const component: DefineComponent<Record<string, unknown>>;
  // biome-ignore lint/style/noDefaultExport: what a Vue component exports
  export default component;
}
declare module "*.css";
