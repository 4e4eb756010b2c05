/* The shipped entries and roles travel with this target: there is nothing to call. */
