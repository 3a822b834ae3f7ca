import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const packages = new URL('../../packages/', import.meta.url).pathname;

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path));
}

const read = new Map<string, ts.Node[]>();

function nodes(path: string): ts.Node[] {
  const known = read.get(path);
  if (known !== undefined) return known;
  const found: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest));
  read.set(path, found);
  return found;
}

const all = ['client', 'widget'].flatMap((name) => {
  try {
    return sources(join(packages, name, 'src'));
  } catch {
    return [];
  }
});

test('nothingIsOfAnyTypeAndNothingIsAsserted', () => {
  const isConst = ({ type }: ts.AsExpression): boolean =>
    ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === 'const';
  const wrong = all.filter((path) =>
    nodes(path).some(
      (node) =>
        node.kind === ts.SyntaxKind.AnyKeyword ||
        ts.isNonNullExpression(node) ||
        ts.isTypeAssertionExpression(node) ||
        (ts.isAsExpression(node) && !isConst(node)),
    ),
  );
  expect(wrong).toEqual([]);
});

test('eachFileExportsOneFunctionAndIsNamedAfterIt', () => {
  const wrong = all.filter((path) => {
    const exported = nodes(path).filter((node): node is ts.FunctionDeclaration => ts.isFunctionDeclaration(node) && (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
    return exported.length > 1 || exported.some(({ name }) => `${name?.text}.ts` !== basename(path));
  });
  expect(wrong).toEqual([]);
});

test('theClientKnowsNoDocument', () => {
  const wrong = sources(join(packages, 'client/src')).filter((path) => nodes(path).some((node) => ts.isIdentifier(node) && /^(document|window)$/.test(node.text)));
  expect(wrong).toEqual([]);
});
