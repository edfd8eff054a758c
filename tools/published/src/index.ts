/** Packed tarballs, installed as a stranger would and held to what is promised of them. */
export { holdTo, type Step, usable } from "./checks.ts";
export type { Finding } from "./finding.ts";
export { installProject, type Project } from "./project.ts";
export { complaints } from "./report.ts";
