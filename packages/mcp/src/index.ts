/** A Model Context Protocol server for the configuration of `@refunds/cli`. */
export { serve } from "./serve.ts";
