/** Packed tarballs, installed as a stranger would and held to what is promised of them. */
export { runChecks, type Step, usabilityChecks } from "./checks.ts";
export type { Finding } from "./finding.ts";
export { installProject, type Project } from "./project.ts";
export { problemLines } from "./report.ts";
