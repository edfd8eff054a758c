import { Html } from "./html.ts";

/** The page's only style sheet; nothing is fetched. */
export const style = new Html(`
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: #8884; --soft: #8881; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; }
h2 { margin: 0 0 .75rem; font-size: 1.35rem; }
h2 small { font-size: .875rem; font-weight: normal; margin-left: .5rem; }
h3 { margin: 1.25rem 0 .4rem; font-size: 1rem; }
p { margin: .5rem 0; max-width: 48rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: 1rem; }
section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1.5rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1.25rem; margin: 0; }
dt { opacity: .8; }
dd { margin: 0; overflow-wrap: anywhere; }
code, pre { font: .875em/1.5 ui-monospace, monospace; }
code { background: var(--soft); border-radius: .25rem; padding: .1em .35em; }
pre { background: var(--soft); border-radius: .4rem; margin: .4rem 0; overflow-x: auto; padding: .75rem 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9375rem; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem 1.5rem .3rem 0; text-align: left; white-space: nowrap; }
th { font-weight: 600; }
.text { white-space: normal; }
.sum { font-variant-numeric: tabular-nums; text-align: right; }
summary { cursor: pointer; }
`);
