/** Reads `[{ file, code }]` from stdin and prints, for each, the rules that ESLint's own configuration reports. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The snippets are no files on disk, so no TypeScript project holds them: type-aware rules stay out.
const eslint = new ESLint({
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } } },
    { files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
  ],
});

const snippets = JSON.parse(await text(process.stdin));
const rules = [];
for (const { file, code } of snippets) {
  const [result] = await eslint.lintText(code, { filePath: file });
  rules.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(rules));
