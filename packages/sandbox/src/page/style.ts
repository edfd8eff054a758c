import { Html } from "./html.ts";

/** The page's only style sheet. */
export const style = new Html(`
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif;
  --line: #d5d8de; --soft: #f1f3f6; --text: #1d2129; --quiet: #565d6b; --accent: #0b57d0; --back: #fff; --good: #10703a; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3a3f4a; --soft: #23272f; --text: #e6e8ec; --quiet: #a6adba; --accent: #8ab4f8; --back: #15181d; --good: #6bd495; } }
* { box-sizing: border-box; }
body { background: var(--back); color: var(--text); margin: 0 auto; max-width: 66rem; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 0 0 .5rem; font-size: 1.35rem; line-height: 1.3; }
h2 small { font-size: .875rem; font-weight: normal; margin-left: .5rem; }
h3 { margin: 1.25rem 0 .4rem; font-size: 1rem; }
p { margin: .5rem 0; max-width: 50rem; }
a { color: var(--accent); }
small { color: var(--quiet); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: 1rem; }
section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1.5rem; }
.bar { align-items: center; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.bar h2, .bar p { margin: 0; }
.bar p { color: var(--quiet); flex: 1; min-width: 12rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .35rem 1.25rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; }
code, pre { font: .875em/1.5 ui-monospace, monospace; }
code { background: var(--soft); border-radius: .25rem; overflow-wrap: anywhere; padding: .1em .35em; }
td code { white-space: nowrap; }
pre { background: var(--soft); border-radius: .4rem; margin: .4rem 0; overflow-wrap: anywhere; padding: .75rem 1rem; white-space: pre-wrap; }
table { border-collapse: collapse; font-size: .9375rem; margin: .75rem 0; width: 100%; }
caption { font-weight: 600; padding: .25rem 0; text-align: left; }
h3 + div > table > caption { clip-path: inset(50%); height: 1px; overflow: hidden; padding: 0; position: absolute; white-space: nowrap; width: 1px; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem 1rem .35rem 0; text-align: left; vertical-align: top; }
th { color: var(--quiet); font-weight: 500; }
.sum { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
th, td:not(.wide) { white-space: nowrap; }
.wide { width: 50%; }
.moved { color: var(--good); font-weight: 600; }
summary { cursor: pointer; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
form { align-items: end; display: flex; flex-wrap: wrap; gap: .75rem; margin: .75rem 0; }
form p { color: var(--quiet); flex-basis: 100%; margin: 0; }
label { color: var(--quiet); display: grid; font-size: .875rem; gap: .15rem; }
button, select, input { background: var(--back); border: 1px solid var(--line); border-radius: .4rem; color: var(--text); font: inherit; min-height: 2.25rem; padding: .25rem .75rem; }
input { width: 6rem; }
button { background: var(--soft); cursor: pointer; }
button:hover { border-color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.copyable { align-items: start; display: flex; gap: .5rem; }
.copyable > pre, .copyable > details { flex: 1; min-width: 0; }
.copy, .small { flex: none; font-size: .8125rem; min-height: 1.75rem; min-width: 4.25rem; padding: 0 .5rem; }
pre + .copy { margin-top: .4rem; }
.js noscript, :root:not(.js) .copy, :root:not(.js) .scripted { display: none; }
#message { color: #b3261e; font-weight: 600; }
#message:empty { display: none; }
@media (prefers-color-scheme: dark) { #message { color: #f2b8b5; } }
@media (max-width: 44rem) {
  body { padding: 1.25rem 1rem 3rem; }
  thead { display: none; }
  table, caption, tbody, tr, td { display: block; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td { border: 0; display: grid; gap: .75rem; grid-template-columns: 9rem minmax(0, 1fr); padding: .1rem 0; }
  td::before { color: var(--quiet); content: attr(data-title); }
  td code, td:not(.wide) { white-space: normal; }
  .wide { width: auto; }
  td:empty { display: none; }
  .sum { text-align: left; }
  dl { grid-template-columns: minmax(0, 1fr); gap: .1rem; }
  dd { margin-bottom: .5rem; }
  .copyable:has(pre) { flex-direction: column; gap: 0; }
  .copyable:has(pre) > * { width: 100%; }
  form label { flex: 1 1 40%; }
  form :is(select, input, button) { width: 100%; }
  button, select, input { min-height: 2.75rem; }
  .copy, .small { min-height: 2.25rem; }
}
`);
