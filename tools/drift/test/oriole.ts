/** A made-up provider that publishes its API as OpenAPI: its spec, and what it publishes. */
import { readFileSync } from "node:fs";

export const yaml = readFileSync(new URL("pages/oriole.yaml", import.meta.url), "utf8").replace(
  /x-errors:[\s\S]*/,
  "x-errors: { list: [] }\n",
);

/** As a generator writes it: everything by reference, composed, and far more than the refund. */
export const published = `openapi: 3.0.3
info: { title: Oriole, version: "2026-11-01" }
servers:
  - url: https://api.oriole.example/
paths:
  /v1/payments/{payment}/refunds:
    parameters:
      - $ref: "#/components/parameters/payment"
    post:
      summary: Words of no effect
      requestBody:
        content:
          application/json:
            schema: { $ref: "#/components/schemas/RefundRequest" }
      responses:
        "200":
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Refund" }
        "4XX":
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Failure" }
components:
  parameters:
    payment: { name: id, in: path, required: true, schema: { type: string } }
  schemas:
    RefundRequest:
      allOf:
        - type: object
          required: [reference, amount]
          properties:
            reference: { type: string, maxLength: 40 }
            amount: { type: integer }
        - type: object
          properties:
            items: { type: array, items: { $ref: "#/components/schemas/Item" } }
            memo: { type: string, nullable: true }
    Item:
      type: object
      required: [reference]
      properties:
        reference: { type: string, maxLength: 20 }
        count: { type: integer }
        parent: { $ref: "#/components/schemas/Item" }
    Refund:
      type: object
      required: [refund, status]
      properties:
        refund: { type: string }
        status: { type: string, enum: [DONE, FAILED] }
        made_at: { type: string, format: date-time }
        payment: { type: object, properties: { id: { type: string } } }
    Failure:
      type: object
      properties:
        status: { type: string, enum: [DONE, FAILED] }
        message: { type: string }
`;
