/** How hand-outs are set, kept between visits. */
import { useEffect, useState } from 'preact/hooks';
import { loadSetting, saveSetting } from '../../db/index';
import { storageText } from '../../failure-text';
import { type HandoutOptions, parseOptions } from '../../handouts/options';
import { recallUnits } from '../../library/units';
import { showToast } from '../../ui/index';

/** Null until they are read. */
export function useOptions(): readonly [HandoutOptions | null, (over: Partial<HandoutOptions>) => void] {
  const [options, setOptions] = useState<HandoutOptions | null>(null);
  useEffect(() => {
    Promise.all([loadSetting('handouts'), recallUnits()]).then(
      ([kept]) => setOptions(parseOptions(kept)),
      () => setOptions(parseOptions('')), // The store is closed: they live as long as the page.
    );
  }, []);
  const change = (over: Partial<HandoutOptions>): void => {
    if (options === null) return;
    const next = { ...options, ...over };
    setOptions(next);
    void saveSetting('handouts', JSON.stringify(next)).then((saved) => {
      if (!saved.ok) showToast(storageText(saved.error));
    });
  };
  return [options, change];
}
