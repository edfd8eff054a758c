/** Installs packed tarballs as a user would, and checks them. */
export { runChecks, type Step, usabilityChecks } from "./checks.ts";
export type { Finding } from "./finding.ts";
export { installProject, type Project } from "./project.ts";
export { problemLines } from "./report.ts";
