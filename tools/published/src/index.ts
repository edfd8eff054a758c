/** Packed tarballs, installed as a stranger would and held to what is promised of them. */
export { everything, holdTo, type Step, usable } from "./checks.ts";
export { binary, type Ran, run } from "./command.ts";
export type { Finding } from "./finding.ts";
export { listPackages, type Source, tarballOf } from "./packages.ts";
export { installProject, type Project } from "./project.ts";
export { complaints } from "./report.ts";
