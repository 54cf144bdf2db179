"""From a built site to readers: packages and bundles, their proofs, and putting them where they are served."""
