export function needsDatabase(root: string, testPathPatterns: { patterns: string[] }): boolean;
