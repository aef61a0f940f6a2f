import type { ShellProps } from './shell-props.ts'

/** What browsers and search engines need to know. No inline script or style: the security policy forbids them. */
export function Head(shell: ShellProps) {
  const { title, portal, description, canonical, image, assets, lang } = shell
  const full = title === portal.name ? title : `${title} – ${portal.name}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{full}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {assets.fonts.map((href) => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <link rel="stylesheet" href={assets.brand} />
      {assets.script && <script type="module" src={assets.script} />}
      {description && <meta name="description" content={description} />}
      {shell.noIndex && <meta name="robots" content="noindex" />}
      {canonical && <link rel="canonical" href={canonical} />}
      {shell.alternates?.map((one) => (
        <link key={one.lang} rel="alternate" hreflang={one.lang} href={one.href} />
      ))}
      {shell.feeds?.map((feed) => (
        <link key={feed.href} rel="alternate" type="application/atom+xml" title={feed.title} href={feed.href} />
      ))}
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={assets.icon} />
      <link rel="apple-touch-icon" href={assets.touchIcon} />
      <link rel="manifest" href={assets.manifest} />
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={portal.name} />
      <meta property="og:locale" content={lang} />
      {description && <meta property="og:description" content={description} />}
      {image && <meta property="og:image" content={image} />}
      {shell.structuredData?.map((thing, index) => (
        <script
          key={index}
          type="application/ld+json"
          // JSON with every `<` escaped, data and not script
          dangerouslySetInnerHTML={{ __html: JSON.stringify(thing).replaceAll('<', '\\u003c') }}
        />
      ))}
    </head>
  )
}
