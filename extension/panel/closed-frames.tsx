import { t } from './t';

/** A frame of another site is out of reach for a click on this one: said why, with the way to open it by itself. */
export function ClosedFrames({ addresses }: { readonly addresses: readonly string[] }) {
  const open = addresses.filter((address) => URL.canParse(address));
  if (open.length === 0) return null;
  return (
    <section class="statement">
      <h2>{t('frames.title')}</h2>
      <p class="quiet">{t('frames.why')}</p>
      <ul>
        {open.map((address) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noreferrer">
              {t('frames.open', { host: new URL(address).host })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
