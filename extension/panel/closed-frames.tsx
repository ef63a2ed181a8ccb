import { t } from './t';

/** A frame of another site is out of reach for a click on this one: said why, with the way to open it by itself. */
export function ClosedFrames({ addresses }: { readonly addresses: readonly string[] }) {
  const open = addresses.flatMap((address) => urlOf(address) ?? []);
  if (open.length === 0) return null;
  return (
    <section class="statement">
      <h2>{t('frames.title')}</h2>
      <p class="quiet">{t('frames.why')}</p>
      <ul>
        {open.map(({ href, host }) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noreferrer">
              {t('frames.open', { host })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function urlOf(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null; // Not an address.
  }
}
