//! What `customerio-node` is, as data.
