/** For programs such as `@refunds/mcp`, which let an assistant look at refunds and propose some. */
export type { ListedStatus } from "refunds";
export { listedStatuses } from "../request/statuses.ts";
export { type Assistant, withAssistant } from "./assistant.ts";
export type { ProposedRefund } from "./propose.ts";
