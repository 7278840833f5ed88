// Validates a JSON document from standard input: node schemas.mjs SCHEMA [OTHER-SCHEMA-IT-NAMES…]; prints the errors, one a line
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [main, ...others] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
others.forEach((schema) => ajv.addSchema(schema));
const validate = ajv.compile(main);
if (!validate(JSON.parse(readFileSync(0, "utf8")))) {
  console.log(validate.errors.map((error) => `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`).join("\n"));
}
