interface Missing {
  label: string;
  packages: string[];
}
export function howToInstall(missing: readonly Missing[]): string;
export function installMissing(missing: readonly Missing[]): Promise<void>;
